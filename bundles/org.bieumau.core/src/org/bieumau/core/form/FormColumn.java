/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import org.bieumau.model.Column;
import org.bieumau.model.ColumnType;
import org.jspecify.annotations.Nullable;

/** A column of a form, with the overlays of its template applied. */
public interface FormColumn {

    /** Returns the name by which the text and expressions refer to the column; null if it has none. */
    @Nullable
    String name();

    /** Returns the heading; never null. */
    String title();

    /** Returns what the cells of the column contain. */
    ColumnType type();

    /** Returns the position among all columns, from 0. */
    int index();

    /** Returns the model element to which cells refer. */
    Column source();
}
