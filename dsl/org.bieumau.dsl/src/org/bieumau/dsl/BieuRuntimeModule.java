/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl;

import org.bieumau.dsl.conversion.BieuValueConverters;
import org.eclipse.xtext.conversion.IValueConverterService;

/** What the language puts in place of Xtext's defaults. */
public class BieuRuntimeModule extends AbstractBieuRuntimeModule {

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return BieuValueConverters.class;
    }
}
