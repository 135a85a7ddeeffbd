/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

/** Sample value of an element whose content is not known while an expression is being written. */
public enum Sample {
    DOCUMENT,
    FORM,
    ROW,
    PARAGRAPH,
    PART
}
