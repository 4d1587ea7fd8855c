ALTER TABLE device ADD COLUMN calibration_due date;
COMMENT ON COLUMN device.calibration_due IS 'Its calibration holds until the end of this day. Null: nobody said.';
