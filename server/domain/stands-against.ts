import { type CustomerCommand, type Obstacle, obstacleOf } from './obstacle-of';
import type { Order } from './order';
import { type Refusal, refuse } from './refusal';

/** The guard of a command that customers give: its obstacle, in words for people and programs. */
export function standsAgainst(command: CustomerCommand): (order: Order) => Refusal | null {
  return (order) => {
    const obstacle = obstacleOf(order, command);
    return obstacle === null ? null : obstacles[obstacle];
  };
}

/** The guard of an answer: there has to be a request that is open. */
export function nothingAsked(order: Order): Refusal | null {
  return obstacleOf(order, 'withdraw_request') === null ? null : obstacles.nothing_asked;
}

const obstacles: Readonly<Record<Obstacle, Refusal>> = {
  cancelled: refuse('The order is cancelled.', 'Nothing more needs doing.'),
  left: refuse('The order has left already.', 'Write to the shop: what arrives can be sent back.'),
  not_left: refuse(
    'Nothing of the order has left yet.',
    'Nothing needs doing: it is on its way soon.',
  ),
  asked: refuse('This was asked already.', 'Nothing more needs doing: the shop answers by e-mail.'),
  nothing_asked: refuse('No request is open.', 'Nothing more needs doing.'),
  nothing_to_ship: refuse(
    'There is nothing to ship in this order.',
    'Nothing needs doing: no address is needed.',
  ),
  paid: refuse('The order is paid already.', 'Nothing more needs doing.'),
  checking: refuse(
    'The payment of the order is being checked.',
    'Nothing needs doing: the shop writes as soon as that is done.',
  ),
};
