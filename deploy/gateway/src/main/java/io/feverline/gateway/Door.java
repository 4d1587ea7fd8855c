package io.feverline.gateway;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where readings are posted to. */
interface Door {

    /**
     * Posts readings: one by itself, several as a batch. Never fails: a broken connection is {@link Reply.NoVerdict}.
     */
    CompletionStage<Reply> post(List<Queued> readings);
}
