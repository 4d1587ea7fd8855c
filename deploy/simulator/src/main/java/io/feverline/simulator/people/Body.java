package io.feverline.simulator.people;

import java.util.random.RandomGenerator;

/**
 * A traveller's temperature.
 *
 * <p>Healthy: oral mean 36.57 °C, standard deviation 0.42 °C (Geneva et al. 2019, "Normal body temperature: a
 * systematic review", Open Forum Infect Dis 6(4) ofz032: mean ± 2 SD 35.73–37.41 over 36 studies). The normal
 * distribution is cut at {@value #HEALTHY_MOST} m°C: whoever is warmer counts as feverish, so that the prevalence
 * option alone says how many are.
 *
 * <p>Feverish: 37.3–38.0 / 38.1–39.0 / 39.1–41.0 °C in the shares 104 : 80 : 13 of 197 febrile patients in Guangdong,
 * Hubei and Jiangxi (letter with chart review, 19 January – 6 March 2020, PMC7278245, table 1), even within each class.
 *
 * <p>Skin: the forehead's warmest point lies 2.04 °C under the oral reference at 23.2 °C ambient, standard deviation
 * 0.47 °C between people, and 0.17 °C further for each °C the room is cooler (computed from FLIR_group1 of Wang et
 * al. 2023, doi 10.13026/3bhc-9065, 544 people; taken no further down than 15 °C, for the study saw 20–24 °C).
 *
 * @param core oral temperature, m°C
 * @param skinGap how far the forehead's skin lies below it at {@value #STUDY_AMBIENT} m°C ambient, m°C
 */
record Body(int core, int skinGap) {

    static final int HEALTHY_MEAN = 36_570;
    static final int HEALTHY_DEVIATION = 420;
    static final int HEALTHY_MOST = 37_100;
    static final int STUDY_AMBIENT = 23_200;
    private static final int COOLEST_SKIN_ROOM = 15_000;
    private static final int[] FEBRILE_PATIENTS = {104, 80, 13};
    private static final int[] FEBRILE_FROM = {37_400, 38_100, 39_100};
    private static final int[] FEBRILE_TO = {38_100, 39_100, 41_000};

    static Body draw(boolean feverish, RandomGenerator random) {
        int gap = (int) random.nextGaussian(2_044, 469);
        return new Body(feverish ? febrile(random) : healthy(random), Math.max(500, gap));
    }

    private static int healthy(RandomGenerator random) {
        int core;
        do {
            core = (int) random.nextGaussian(HEALTHY_MEAN, HEALTHY_DEVIATION);
        } while (core > HEALTHY_MOST || core < 35_200);
        return core;
    }

    private static int febrile(RandomGenerator random) {
        int patient = random.nextInt(FEBRILE_PATIENTS[0] + FEBRILE_PATIENTS[1] + FEBRILE_PATIENTS[2]);
        int group = patient < FEBRILE_PATIENTS[0] ? 0 : patient < FEBRILE_PATIENTS[0] + FEBRILE_PATIENTS[1] ? 1 : 2;
        return random.nextInt(FEBRILE_FROM[group], FEBRILE_TO[group]);
    }

    /** The forehead's skin at this ambient temperature, m°C. */
    int skin(int ambient) {
        int cooler = STUDY_AMBIENT - Math.max(ambient, COOLEST_SKIN_ROOM);
        return core - skinGap - cooler * 174 / 1_000;
    }
}
