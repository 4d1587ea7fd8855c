package io.feverline.registry.console;

import io.feverline.registry.checkpoint.Direction;
import io.feverline.registry.device.MeasuringMode;
import io.feverline.registry.device.MeasuringSite;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface PlaceWordsInEnglish extends PlaceWords {
    @Message("Checkpoints")
    @Override
    String checkpoints();

    @Message("Where the checkpoints are")
    @Override
    String map();

    @Message("There is no checkpoint in your area yet.")
    @Override
    String noCheckpoints();

    @Message("Id")
    @Override
    String id();

    @Message("letters, digits and . _ -")
    @Override
    String idHelp();

    @Message("Name")
    @Override
    String name();

    @Message("Kind")
    @Override
    String kind();

    @Message("Direction")
    @Override
    String direction();

    @Message("{#switch direction}{#case ENTRY}entry{#case EXIT}exit{#case BOTH}both ways{/switch}")
    @Override
    String directionOf(Direction direction);

    @Message("Position")
    @Override
    String position();

    @Message("not known")
    @Override
    String noPosition();

    @Message("Area code")
    @Override
    String areaCode();

    @Message("such as 360322101 (a town)")
    @Override
    String areaCodeHelp();

    @Message("Latitude °N")
    @Override
    String latitude();

    @Message("Longitude °E")
    @Override
    String longitude();

    @Message("WGS 84, both or neither; empty of one that moves")
    @Override
    String positionHelp();

    @Message("Register a checkpoint")
    @Override
    String addCheckpoint();

    @Message("Change")
    @Override
    String change();

    @Message("Its devices go with it to another area.")
    @Override
    String changeCheckpointHelp();

    @Message("Save")
    @Override
    String save();

    @Message("Register")
    @Override
    String register();

    @Message("Import CSV")
    @Override
    String importCsv();

    @Message("Import areas")
    @Override
    String importAreas();

    @Message("Device")
    @Override
    String device();

    @Message("the id of the checkpoint")
    @Override
    String checkpointIdHelp();

    @Message("Devices")
    @Override
    String devices();

    @Message("Devices here")
    @Override
    String devicesHere();

    @Message("There is no device here yet.")
    @Override
    String noDevicesHere();

    @Message("There is no device in your area yet.")
    @Override
    String noDevices();

    @Message("Enrolment codes")
    @Override
    String codes();

    @Message("A gateway registers itself here with a code, once; codes are shown once.")
    @Override
    String codesHelp();

    @Message("How many")
    @Override
    String count();

    @Message("Days valid")
    @Override
    String validDays();

    @Message("Draw codes")
    @Override
    String draw();

    @Message("Write them down now: they are not shown again.")
    @Override
    String codesOnce();

    @Message("Valid until")
    @Override
    String codesUntil();

    @Message("Site")
    @Override
    String site();

    @Message(
            "{#switch site}{#case FOREHEAD}forehead{#case WRIST}wrist{#case NECK}neck{#case TEMPLE}temple{#case EAR}ear{#case INNER_CANTHUS}inner canthus{#case AXILLARY}armpit{#case UNKNOWN}unknown{/switch}")
    @Override
    String siteOf(MeasuringSite site);

    @Message("Mode")
    @Override
    String mode();

    @Message("{#switch mode}{#case BODY}body (the device adjusts){#case SURFACE}bare skin (offset is added){/switch}")
    @Override
    String modeOf(MeasuringMode mode);

    @Message("Offset ℃")
    @Override
    String offset();

    @Message("Calibrated until")
    @Override
    String calibrationDue();

    @Message("not stated")
    @Override
    String notCalibrated();

    @Message("calibration is over")
    @Override
    String calibrationOver();

    @Message("Note a calibration")
    @Override
    String calibrate();

    @Message("The last day; after it readings are doubtful. Empty when nobody knows.")
    @Override
    String calibrateHelp();

    @Message("Keys")
    @Override
    String keys();

    @Message("{#switch keys}{#case 0}revoked{#case 1}in use{#else}changing keys{/switch}")
    @Override
    String live(int keys);

    @Message("Fingerprint")
    @Override
    String fingerprint();

    @Message("Drawn")
    @Override
    String drawnAt();

    @Message("before this was noted")
    @Override
    String unknownTime();

    @Message("No key is live: readings of this device are refused.")
    @Override
    String noKeys();

    @Message("Draw another key")
    @Override
    String addKey();

    @Message("To change keys: draw one, put it into the device, revoke the old one. Two at most.")
    @Override
    String addKeyHelp();

    @Message("Key of the device")
    @Override
    String key();

    @Message("Put it into the device now: it is not shown again.")
    @Override
    String keyOnce();

    @Message("Revoke")
    @Override
    String revokeKey();

    @Message("Revoke the device")
    @Override
    String revoke();

    @Message("Revoke it?")
    @Override
    String revokeTitle();

    @Message(
            "Its readings are refused at once, whichever key they come with. This is final; a new key can be drawn later.")
    @Override
    String revokeHelp();

    @Message("Readings that come with this key are refused at once. This is final.")
    @Override
    String revokeKeyHelp();

    @Message("Keep it")
    @Override
    String keep();

    @Message("Register a device")
    @Override
    String addDevice();

    @Message("Its key is shown once. Or draw codes at a checkpoint, with which gateways register themselves.")
    @Override
    String addDeviceHelp();

    @Message("Where it is and how it measures")
    @Override
    String changeDevice();

    @Message("Missing readings")
    @Override
    String gaps();

    @Message("No numbered reading has arrived yet.")
    @Override
    String noGaps();

    @Message("Boot")
    @Override
    String boot();

    @Message("Highest")
    @Override
    String highest();

    @Message("Missing")
    @Override
    String missing();

    @Message("Numbers")
    @Override
    String ranges();

    @Message("Sent again")
    @Override
    String duplicates();

    @Message("Numbers reused")
    @Override
    String replays();

    @Message("Last heard")
    @Override
    String lastHeard();
}
