/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

/** Takes the place of an element whose content is not known while an expression is written. */
public enum Sample {
    DOCUMENT,
    FORM,
    ROW,
    PARAGRAPH,
    PART
}
