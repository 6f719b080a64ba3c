/** Of the benchmark's object store. */
export const SCANS_BUCKET = 'scans';

/** What its server believes by default. */
export const STORE_KEYS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
