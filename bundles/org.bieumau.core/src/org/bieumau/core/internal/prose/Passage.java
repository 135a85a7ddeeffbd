/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.model.Prose;

/** Prose as the value of a parameter, with the scope of the place where it was written. */
public record Passage(Prose prose, Evaluator.Scope scope) {}
