import { Badge } from '#app/_ui/badge';

export function OnBadge({ enabled, plain }: Readonly<{ enabled: boolean; plain?: boolean }>) {
  return enabled ? (
    <Badge tone="good" icon="circle-check" plain={plain}>
      On
    </Badge>
  ) : (
    <Badge icon="circle-slash" plain={plain}>
      Off
    </Badge>
  );
}

export function LiveBadge({ live, plain }: Readonly<{ live: boolean; plain?: boolean }>) {
  return live ? (
    <Badge icon="banknote" plain={plain}>
      Live
    </Badge>
  ) : (
    <Badge tone="warn" icon="circle-dashed" plain={plain}>
      Test
    </Badge>
  );
}
