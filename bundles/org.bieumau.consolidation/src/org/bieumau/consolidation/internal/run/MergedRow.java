/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.util.Optional;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.Spot;

/**
 * A row of the consolidated form.
 *
 * @param row label and values; its table and number are those in the return if it comes from one
 * @param origin the return that it comes from; empty if it is made of several
 * @param table the sheet or table in that return
 */
public record MergedRow(ReturnRow row, Optional<Taken> origin, Spot table) {}
