/** Of all that scanners offer, those that make sense for a form: below, strokes break; above, only the disk fills. */
export const OFFICE_RESOLUTIONS_DPI: readonly number[] = [150, 200, 240, 300, 400, 600];
