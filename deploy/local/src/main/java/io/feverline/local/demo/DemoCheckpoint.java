package io.feverline.local.demo;

import java.util.List;

/** A checkpoint of the demo county with its devices. */
record DemoCheckpoint(String id, String name, String kind, String areaCode, List<DemoDevice> devices) {
    /** What the registry is told. */
    record Registration(String id, String name, String kind, String areaCode) {}

    Registration registration() {
        return new Registration(id, name, kind, areaCode);
    }
}
