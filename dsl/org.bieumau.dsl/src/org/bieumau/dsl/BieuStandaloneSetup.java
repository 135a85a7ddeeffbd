/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl;

import com.google.inject.Injector;
import org.bieumau.model.BieumauPackage;
import org.eclipse.emf.ecore.EPackage;

/** Registers the language with EMF and Xtext in programs that run without the Eclipse platform. */
public class BieuStandaloneSetup extends BieuStandaloneSetupGenerated {

    public static void doSetup() {
        new BieuStandaloneSetup().createInjectorAndDoEMFRegistration();
    }

    @Override
    public void register(Injector injector) {
        EPackage.Registry.INSTANCE.putIfAbsent(BieumauPackage.eNS_URI, BieumauPackage.eINSTANCE);
        super.register(injector);
    }
}
