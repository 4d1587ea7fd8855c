package io.feverline.registry.console;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.bulletin.Bulletin;
import io.feverline.registry.bulletin.BulletinId;
import io.feverline.registry.rest.Versions;
import io.feverline.registry.statistics.DayOfArea;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin, or what would be one.
 *
 * @param bulletin null of what would be one
 * @param editions how many there are
 * @param own whether its area is the reader's, or else only a part of it
 */
record BulletinPage(
        BulletinId id, DayOfArea figures, @Nullable Bulletin bulletin, int editions, boolean own, AreaNames areas) {
    static BulletinPage of(Bulletin bulletin, int editions, AreaScope reader) {
        BulletinId id = bulletin.id();
        return new BulletinPage(id, bulletin.figures(), bulletin, editions, id.isIn(reader), AreaNames.NONE);
    }

    static BulletinPage of(BulletinId id, DayOfArea figures, int editions) {
        return new BulletinPage(id, figures, null, editions, true, AreaNames.NONE);
    }

    BulletinPage with(AreaNames names) {
        return new BulletinPage(id, figures, bulletin, editions, own, names);
    }

    Set<String> codes() {
        var codes = new TreeSet<String>();
        codes.add(id.area());
        figures.areas().forEach(in -> codes.add(in.area()));
        return codes;
    }

    /** What an area is called. */
    public String area(String code) {
        return areas.name(code);
    }

    /** The entity tag of the last edition, which a correction is of; null of what is not published yet. */
    @Nullable
    public String seen() {
        return editions == 0 ? null : Versions.tag(editions);
    }

    /** The numbers of the editions. */
    public int[] numbers() {
        return IntStream.rangeClosed(1, editions).toArray();
    }
}
