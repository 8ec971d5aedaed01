/** `hurried` is for filling a database that is made anew if it is not finished: on disk for certain once it was stopped. */
export type Durability = 'durable' | 'hurried' | 'disposable'

const forEveryone: Readonly<Record<string, string | number>> = {
  listen_addresses: '',
  port: 5432,
  max_connections: 60,
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // Two cores and little memory: one shared cache, small sorts, no compiler for statements that take a millisecond.
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  random_page_cost: 1.1,
  jit: 'off',
  max_logical_replication_workers: 0,
  // The journal and the ledger only grow, and queues turn over all day: cleaned early and in small portions.
  autovacuum_naptime: '15s',
  autovacuum_vacuum_scale_factor: 0.02,
  autovacuum_vacuum_insert_scale_factor: 0.05,
  autovacuum_analyze_scale_factor: 0.02,
  autovacuum_vacuum_cost_limit: 1000,
}

const byDurability: Readonly<Record<Durability, Readonly<Record<string, string>>>> = {
  durable: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  hurried: {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '512MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '30min',
  },
  // For test clusters only, which are thrown away: nothing survives a power cut.
  disposable: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
}

/** The command line of the server. Kept out of postgresql.conf, so that an upgrade of Muster upgrades it too. */
export const settingsFor = (durability: Durability, major: number): readonly string[] =>
  Object.entries({
    ...forEveryone,
    // One process that reads ahead, instead of three; older releases do not know the setting and would refuse it.
    ...(major >= 18 ? { io_workers: 1 } : {}),
    ...byDurability[durability],
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
