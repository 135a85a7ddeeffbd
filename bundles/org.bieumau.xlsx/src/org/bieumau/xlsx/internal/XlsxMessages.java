/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** Texts written into the file. They address the people who fill it in, so they are Vietnamese in every locale. */
final class XlsxMessages {

    static final ResourceBundle FILE = ResourceBundle.getBundle(
            "org.bieumau.xlsx.internal.file",
            Locale.ROOT,
            XlsxMessages.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private XlsxMessages() {}
}
