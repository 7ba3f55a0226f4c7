export { untilAborted } from './connection/cancellable.ts';
export { copyLine } from './connection/copy.ts';
export { DatabaseError } from './connection/database-error.ts';
export { databaseTrouble, explainTrouble, TroubleError } from './connection/database-trouble.ts';
export type { Database } from './connection/database.ts';
export * from './connection/open-database.ts';
export {
  type HeldSnapshot,
  holdSnapshot,
  inHeldState,
  type QueryOptions,
  SnapshotGoneError,
  type SnapshotOptions,
} from './connection/read-snapshot.ts';

export type { FindInRing, SelectionOptions } from './filter/in-area.ts';

export * from './schema/dataset-version.ts';
export * from './schema/logins.ts';
export { isForbidden, migrate, type MigrateOptions, type MigrationProgress, pendingMigrations } from './schema/migrate.ts';
export { publicId } from './schema/public-id.ts';
export { readableTexts } from './schema/readable-texts.ts';
export { searchTextOf } from './schema/search-texts.ts';

export { countRecord, findDerivedFaults, readServerVersion } from './records/check-record.ts';
export { countIncidents } from './records/count-incidents.ts';
export * from './records/find-incident.ts';
export * from './records/find-places.ts';
export * from './records/rank-settlements.ts';
export { BadCursorError } from './records/list-cursor.ts';
export * from './records/list-incidents.ts';
export * from './records/read-datasets.ts';
export * from './records/read-incident-keys.ts';
export * from './records/read-order.ts';
export * from './records/last-imports.ts';
export * from './records/removals.ts';
export * from './records/stream-incidents.ts';

export { type CubeChanges, readCubeChanges, readCubeRows } from './numbers/read-cube-rows.ts';
export * from './numbers/read-exact-points.ts';
export * from './numbers/read-summary.ts';
export * from './numbers/read-hexagons.ts';
export * from './numbers/read-tile.ts';
export * from './numbers/read-yearly.ts';
export * from './numbers/read-week-counts.ts';

export * from './import/import-incidents.ts';
export * from './import/prepare-database.ts';
export * from './import/reference-data.ts';
export * from './import/remove-dataset.ts';
export * from './import/undo-import.ts';

export { BackupError, type BackupHead, checkBackup } from './backup/backup-format.ts';
export * from './backup/restore-backup.ts';
export { type BackupOptions, type BackupProgress, withBackupsLocked, writeBackup } from './backup/write-backup.ts';

export { importSpread, withServers } from './spread/import-spread.ts';
export { setUpSpread } from './spread/set-up-spread.ts';
export { isSpreadRecord } from './spread/spread.ts';
export { settleSpread } from './spread/settle.ts';
export { checkShares, type SpreadServer } from './spread/shares.ts';

export * from './verify/verify-record.ts';
