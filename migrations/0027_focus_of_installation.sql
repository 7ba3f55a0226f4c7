-- What an installation is about is said by its focus, and differs between programs that use one record.
alter table jurisdictions drop column monitored;
