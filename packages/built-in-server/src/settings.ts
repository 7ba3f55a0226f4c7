/**
 * Settings for one laptop: modest memory, no waiting for planners that a small database does not need. A committed transaction is
 * on disk (`synchronous_commit` and `fsync` stay on).
 */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // No socket file: its folder may not exist, and its path may be too long.
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  // No replicas: imports into new tables need not be written twice.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Statements and their values are of incidents.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};
