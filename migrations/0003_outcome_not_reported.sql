-- Unknown is not zero: the outcome "none" (bit 16) now means that killed and injured are reported to be 0. Where nothing is reported
-- and either number is missing, the outcome is "not_reported" (bit 32). The trigger raises the dataset version.

update incidents set outcome_mask = 32 where outcome_mask = 16 and (killed is null or injured is null);
