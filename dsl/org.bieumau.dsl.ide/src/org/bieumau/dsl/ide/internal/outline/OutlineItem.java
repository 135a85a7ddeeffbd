/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.outline;

import java.util.List;

/**
 * Snapshot of an item of the outline, which does not change when the file changes.
 *
 * @param label the label to show
 * @param kind the name of the model class, such as <code>FormTemplate</code>, for choosing an icon
 * @param offset offset in the file
 * @param length length in UTF-16 code units
 * @param children the items within it, in document order
 */
public record OutlineItem(String label, String kind, int offset, int length, List<OutlineItem> children) {}
