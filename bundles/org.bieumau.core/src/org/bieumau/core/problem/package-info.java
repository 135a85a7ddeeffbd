/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Problems: what is wrong, where, and what to do about it. Start with {@link org.bieumau.core.problem.Problem}. A check
 * of the model reports {@link org.bieumau.core.problem.Finding}s, which become problems when their place is known.
 */
@NullMarked
package org.bieumau.core.problem;

import org.jspecify.annotations.NullMarked;
