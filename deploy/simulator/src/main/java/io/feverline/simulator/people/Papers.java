package io.feverline.simulator.people;

import io.feverline.gateway.Traveller;
import java.util.List;
import java.util.random.RandomGenerator;

/** Synthetic papers: valid in form, of nobody. */
final class Papers {

    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "欧阳");
    private static final List<String> GIVEN = List.of("测试", "样本", "模拟", "示例", "虚构", "演示", "假名", "试验");
    /** One in twelve carries a passport instead, so that more than one document type is on the way. */
    private static final int PASSPORT_ONE_IN = 12;

    private final ResidentIds residentIds;

    Papers(long seed) {
        residentIds = new ResidentIds(Place.ALL.stream().map(Place::areaCode).toList(), seed);
    }

    Traveller of(long n, Place origin, RandomGenerator random) {
        String name = SURNAMES.get(random.nextInt(SURNAMES.size())) + GIVEN.get(random.nextInt(GIVEN.size()));
        boolean passport = random.nextInt(PASSPORT_ONE_IN) == 0;
        String type = passport ? "passport" : "resident-id";
        String number = passport ? "E%08d".formatted(n % 100_000_000L) : residentIds.of(n);
        return new Traveller(type, number, name, null, origin.areaCode(), "360322");
    }
}
