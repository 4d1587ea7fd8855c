package io.feverline.gateway;

/**
 * The running number of a device's readings: a number that never arrives tells the registry that a reading is missing.
 *
 * @param bootId one counting, from 0
 * @param next the number of the next reading
 */
record Numbers(String bootId, long next) {

    Numbers after() {
        return new Numbers(bootId, next + 1);
    }
}
