/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import org.bieumau.core.pack.BundledPack;

/** The pack of Cao Bằng; its content is in the folder <code>goi</code>. */
public final class CaoBang extends BundledPack {}
