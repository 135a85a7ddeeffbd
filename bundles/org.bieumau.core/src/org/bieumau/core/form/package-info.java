/* SPDX-License-Identifier: EPL-2.0 */
/** Rows of forms that are stored outside the file of the form. Begin with {@link org.bieumau.core.form.RowSource}. */
@NullMarked
package org.bieumau.core.form;

import org.jspecify.annotations.NullMarked;
