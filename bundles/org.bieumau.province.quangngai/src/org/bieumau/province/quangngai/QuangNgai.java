/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.province.quangngai;

import org.bieumau.core.pack.BundledPack;

/** The pack of Quảng Ngãi; its content is in the folder <code>goi</code>. */
public final class QuangNgai extends BundledPack {}
