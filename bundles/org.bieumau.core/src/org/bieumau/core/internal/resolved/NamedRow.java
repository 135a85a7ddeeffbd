/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import org.bieumau.core.internal.expression.Unprintable;
import org.bieumau.model.Form;

/**
 * A row printed with a form, as expressions name it by its path: <code>tổng.thànhThị.sốLượng</code>.
 *
 * @param form the form; null in expressions of a template, whose values are samples
 */
record NamedRow(Form form, GivenRow row) implements Unprintable {}
