package io.feverline.ingest.intake;

import io.feverline.ingest.heartbeat.HeartbeatSubmission;
import io.feverline.ingest.intake.StrictJson.Known;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import java.io.IOException;

/** Reads what devices send, without an opinion about it. */
final class Submissions {
    private static final Known READING = Known.of(Submission.class);
    private static final Known TRAVELLER = Known.of(Submission.Traveller.class);
    private static final Known VEHICLE = Known.of(Submission.Vehicle.class);
    private static final Known HEARTBEAT = Known.of(HeartbeatSubmission.class);

    private Submissions() {}

    /** See {@link Format#read}. */
    static Submission read(Items.Slice item) throws Rejected {
        return StrictJson.read(item, READING, Submissions::reading);
    }

    /** The heartbeat in an item; like {@link #read}. */
    static HeartbeatSubmission readHeartbeat(Items.Slice item) throws Rejected {
        return StrictJson.read(item, HEARTBEAT, Submissions::heartbeat);
    }

    private static Submission reading(StrictJson json) throws IOException, Rejected {
        String id = null;
        String measuredAt = null;
        Double temperature = null;
        String mode = null;
        String site = null;
        Double ambient = null;
        Long seq = null;
        String bootId = null;
        String deviceId = null;
        Submission.Traveller traveller = null;
        Submission.Vehicle vehicle = null;
        String recheckOf = null;
        Boolean synthetic = null;
        for (String name = json.next(); name != null; name = json.next()) {
            switch (name) {
                case "id" -> id = json.text();
                case "measuredAt" -> measuredAt = json.text();
                case "temperature" -> temperature = json.number();
                case "mode" -> mode = json.text();
                case "site" -> site = json.text();
                case "ambient" -> ambient = json.number();
                case "seq" -> seq = json.integer();
                case "bootId" -> bootId = json.text();
                case "deviceId" -> deviceId = json.text();
                case "traveller" -> traveller = json.object(name, TRAVELLER, Submissions::traveller);
                case "vehicle" -> vehicle = json.object(name, VEHICLE, Submissions::vehicle);
                case "recheckOf" -> recheckOf = json.text();
                case "synthetic" -> synthetic = json.truth();
                default -> throw unread(name);
            }
        }
        return new Submission(
                id,
                measuredAt,
                temperature,
                mode,
                site,
                ambient,
                seq,
                bootId,
                deviceId,
                traveller,
                vehicle,
                recheckOf,
                synthetic);
    }

    private static Submission.Traveller traveller(StrictJson json) throws IOException, Rejected {
        String documentType = null;
        String documentNumber = null;
        String travellerName = null;
        String phone = null;
        String originArea = null;
        String destinationArea = null;
        for (String name = json.next(); name != null; name = json.next()) {
            switch (name) {
                case "documentType" -> documentType = json.text();
                case "documentNumber" -> documentNumber = json.text();
                case "name" -> travellerName = json.text();
                case "phone" -> phone = json.text();
                case "originArea" -> originArea = json.text();
                case "destinationArea" -> destinationArea = json.text();
                default -> throw unread(name);
            }
        }
        return new Submission.Traveller(
                documentType, documentNumber, travellerName, phone, originArea, destinationArea);
    }

    private static Submission.Vehicle vehicle(StrictJson json) throws IOException, Rejected {
        String plate = null;
        String trailerPlate = null;
        String kind = null;
        String trip = null;
        String seat = null;
        for (String name = json.next(); name != null; name = json.next()) {
            switch (name) {
                case "plate" -> plate = json.text();
                case "trailerPlate" -> trailerPlate = json.text();
                case "kind" -> kind = json.text();
                case "trip" -> trip = json.text();
                case "seat" -> seat = json.text();
                default -> throw unread(name);
            }
        }
        return new Submission.Vehicle(plate, trailerPlate, kind, trip, seat);
    }

    private static HeartbeatSubmission heartbeat(StrictJson json) throws IOException, Rejected {
        String clock = null;
        Boolean clockSet = null;
        String bootId = null;
        Integer battery = null;
        String firmware = null;
        Long queueLength = null;
        for (String name = json.next(); name != null; name = json.next()) {
            switch (name) {
                case "clock" -> clock = json.text();
                case "clockSet" -> clockSet = json.truth();
                case "bootId" -> bootId = json.text();
                case "battery" -> battery = json.smallInteger();
                case "firmware" -> firmware = json.text();
                case "queueLength" -> queueLength = json.integer();
                default -> throw unread(name);
            }
        }
        return new HeartbeatSubmission(clock, clockSet, bootId, battery, firmware, queueLength);
    }

    private static IllegalStateException unread(String name) {
        return new IllegalStateException(name + " is a member of the record, and is not read");
    }
}
