package io.feverline.registry.audit;

import io.feverline.registry.events.audit.SignedHead;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The heads that were published, where this service cannot change them. */
public interface HeadArchive {
    /** All of them; fails when they cannot be read now. */
    Uni<List<SignedHead>> heads();
}
