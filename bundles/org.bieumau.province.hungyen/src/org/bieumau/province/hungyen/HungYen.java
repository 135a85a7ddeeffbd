/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.province.hungyen;

import org.bieumau.core.pack.BundledPack;

/** The pack of Hưng Yên; its content is in the folder <code>goi</code>. */
public final class HungYen extends BundledPack {}
