/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Functions that plug-ins add to the expressions of the language. Begin with
 * {@link org.bieumau.core.expression.Function}.
 */
@NullMarked
package org.bieumau.core.expression;

import org.jspecify.annotations.NullMarked;
