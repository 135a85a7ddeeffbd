/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.library;

import org.bieumau.core.problem.Problem;

/**
 * A problem that a suppression silences, in its file, a library or a pack.
 *
 * @param reason the reason that the suppression gives
 */
public record SilencedProblem(Problem problem, String reason) {}
