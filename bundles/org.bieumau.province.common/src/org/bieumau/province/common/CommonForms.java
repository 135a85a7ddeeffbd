/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.province.common;

import org.bieumau.core.pack.BundledPack;

/** The pack of the forms that all provinces share. It belongs to no province. Its content is in <code>goi</code>. */
public final class CommonForms extends BundledPack {}
