/**
 * What is to be posted, when and by which gateway: decided before anything is sent, so that no answer can change it.
 */
@NullMarked
package io.feverline.simulator.plan;

import org.jspecify.annotations.NullMarked;
