/**
 * What alert-service has judged and told: verdicts on readings, screening episodes, and what was wrong with devices at
 * which time.
 */
@NullMarked
package io.feverline.registry.judgement;

import org.jspecify.annotations.NullMarked;
