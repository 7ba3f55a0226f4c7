export { defaultSort, type Sort, type SortField, sortFields, sorts } from '@monitor/domain';
