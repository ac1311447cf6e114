interface SpotPictureProps {
  picture: string;
  alt: string;
  spots: { x: number; y: number; width: number; height: number }[];
  /** The radios beneath have the ids `name-0`, `name-1` and so on, in the order of the spots. */
  name: string;
}

/** A picture with its spots numbered. To touch a spot is to choose the radio of its number: each is a label of it. */
export function SpotPicture({ picture, alt, spots, name }: SpotPictureProps) {
  return (
    <svg className="spot-picture" viewBox="0 0 320 240" role="img" aria-label={alt}>
      <image href={picture} width="320" height="240" />
      {spots.map((spot, place) => (
        <g key={place} className="spot">
          <rect {...spot} rx="6" />
          <circle cx={within(spot.x, 310)} cy={within(spot.y, 230)} r="10" />
          <text x={within(spot.x, 310)} y={within(spot.y, 230) + 5}>
            {place + 1}
          </text>
          <foreignObject {...spot}>
            <label htmlFor={`${name}-${place}`} />
          </foreignObject>
        </g>
      ))}
    </svg>
  );
}

/** Numbers stand on a spot's corner, but never over the picture's edge. */
function within(corner: number, most: number): number {
  return Math.min(Math.max(corner, 10), most);
}
