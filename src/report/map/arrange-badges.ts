import type { PlanePoint } from './thin-line.ts';

/** A box that stands at a point and may be moved aside. */
export interface Badge {
  readonly at: PlanePoint;
  readonly width: number;
  readonly height: number;
}

/** How far a box is moved aside at most, in its own sizes, and in which directions: rather up and down than sideways. */
const DISTANCES = [0.35, 0.7, 1, 1.4, 1.8];
const DIRECTIONS: readonly PlanePoint[] = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
];
const ASIDE: readonly PlanePoint[] = [
  [0, 0],
  ...DISTANCES.flatMap((distance) => DIRECTIONS.map(([dx, dy]): PlanePoint => [dx * distance, dy * distance])),
];

/** Middles of the boxes such that none covers another where that can be had near by, all within the picture. */
export function arrangeBadges(badges: readonly Badge[], size: { readonly width: number; readonly height: number }): readonly PlanePoint[] {
  const placed: { readonly middle: PlanePoint; readonly badge: Badge }[] = [];
  for (const badge of badges) {
    const within = ([x, y]: PlanePoint): PlanePoint => [
      Math.min(Math.max(x, badge.width / 2 + 2), size.width - badge.width / 2 - 2),
      Math.min(Math.max(y, badge.height / 2 + 2), size.height - badge.height / 2 - 2),
    ];
    const tries = ASIDE.map(([dx, dy]) => within([badge.at[0] + dx * (badge.width + 3), badge.at[1] + dy * (badge.height + 3)]));
    const free = tries.find((middle) => !placed.some((other) => covers(middle, badge, other.middle, other.badge)));
    placed.push({ middle: free ?? within(badge.at), badge });
  }
  return placed.map(({ middle }) => middle);
}

function covers(a: PlanePoint, one: Badge, b: PlanePoint, other: Badge): boolean {
  return Math.abs(a[0] - b[0]) < (one.width + other.width) / 2 + 1 && Math.abs(a[1] - b[1]) < (one.height + other.height) / 2 + 1;
}
