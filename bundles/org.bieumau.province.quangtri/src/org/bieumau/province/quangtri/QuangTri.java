/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.province.quangtri;

import org.bieumau.core.pack.BundledPack;

/** The pack of Quảng Trị; its content is in the folder <code>goi</code>. */
public final class QuangTri extends BundledPack {}
