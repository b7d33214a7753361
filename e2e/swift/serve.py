"""OpenStack Swift with its S3 API, all in one process, for journeys: serve.py FOLDER.

Debian's package python3-swift is all it needs. It checks signatures, sizes of parts and ETags as
Swift does anywhere; what Swift keeps in memcached is in a dictionary here. Prints its address once
it answers there.
"""

import os
import sys

import eventlet

eventlet.monkey_patch()

import eventlet.wsgi  # noqa: E402
from swift.common import utils  # noqa: E402
from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.storage_policy import reload_storage_policies  # noqa: E402
from swift.common.wsgi import SwiftHttpProtocol, loadapp  # noqa: E402

folder = sys.argv[1]

SWIFT = """
[swift-hash]
swift_hash_path_suffix = journeys
[storage-policy:0]
name = one
default = yes
"""

STORE = """
[DEFAULT]
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
[app:main]
use = egg:swift#{name}
"""

PROXY = """
[DEFAULT]
swift_dir = {folder}
[pipeline:main]
pipeline = catch_errors gatekeeper listing_formats s3api tempauth slo proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = eu-test-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:slo]
use = egg:swift#slo
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
"""


class Memory(dict):
    """What Swift asks of memcached."""

    def __bool__(self):
        return True

    def get(self, key, **_):
        return super().get(key)

    def set(self, key, value, **_):
        self[key] = value

    def incr(self, key, delta=1, **_):
        self[key] = int(super().get(key) or 0) + delta
        return self[key]

    def delete(self, key, **_):
        self.pop(key, None)


def write(name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)
    return file.name


def make_ring(name, port):
    builder = RingBuilder(part_power=2, replicas=1, min_part_hours=1)
    place = {"id": 0, "region": 1, "zone": 1, "weight": 1, "device": "one", "meta": ""}
    builder.add_dev({**place, "ip": "127.0.0.1", "port": port})
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, name + ".ring.gz"))


def with_memory(app):
    memory = Memory()

    def run(environment, start):
        environment["swift.cache"] = memory
        return app(environment, start)

    return run


def listen():
    listener = eventlet.listen(("127.0.0.1", 0))
    return listener, listener.getsockname()[1]


def serve(app, listener):
    options = {"log": open(os.devnull, "w"), "protocol": SwiftHttpProtocol}
    return eventlet.spawn(eventlet.wsgi.server, listener, app, **options)


os.makedirs(os.path.join(folder, "devices/one"), exist_ok=True)
write("swift.conf", SWIFT)
utils.set_swift_dir(folder)
reload_storage_policies()
for name in ("account", "container", "object"):
    listener, port = listen()
    make_ring(name, port)
    text = STORE.format(folder=folder, name=name)
    serve(loadapp(write(name + ".conf", text)), listener)
proxy = with_memory(loadapp(write("proxy.conf", PROXY.format(folder=folder))))
listener, port = listen()
server = serve(proxy, listener)
print(f"http://127.0.0.1:{port}", flush=True)
server.wait()
