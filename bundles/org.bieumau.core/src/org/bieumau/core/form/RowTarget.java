/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.util.List;
import java.util.Optional;
import org.bieumau.model.SectionSpec;

/** The columns and sections of the form for which rows are read. */
public interface RowTarget {

    /** Returns the columns of the form, in order; cells refer to {@link FormColumn#source()}. */
    List<? extends FormColumn> columns();

    /** Returns the grouping of the rows into sections; empty if the form has no sections. */
    Optional<SectionSpec> sections();
}
