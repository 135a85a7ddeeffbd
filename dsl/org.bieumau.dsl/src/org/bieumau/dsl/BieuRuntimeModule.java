/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl;

import org.bieumau.dsl.formatting2.BieuFormatter;
import org.bieumau.dsl.formatting2.BieuTextRegions;
import org.bieumau.dsl.internal.conversion.BieuValueConverters;
import org.bieumau.dsl.internal.resource.BieuResource;
import org.bieumau.dsl.internal.resource.BieuUnloader;
import org.bieumau.dsl.internal.syntax.BieuLinkingMessages;
import org.bieumau.dsl.internal.syntax.BieuResourceValidator;
import org.bieumau.dsl.internal.syntax.BieuSyntaxMessages;
import org.bieumau.dsl.serializer.BieuCrossReferenceSerializer;
import org.bieumau.dsl.serializer.ProseValueSerializer;
import org.bieumau.dsl.validation.BieuDiagnosticConverter;
import org.bieumau.dsl.validation.RowDiagnostician;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.parser.antlr.IReferableElementsUnloader;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.serializer.tokens.ICrossReferenceSerializer;
import org.eclipse.xtext.serializer.tokens.IValueSerializer;
import org.eclipse.xtext.validation.IDiagnosticConverter;
import org.eclipse.xtext.validation.IResourceValidator;

/** Binds the language's own services in place of Xtext's defaults. */
public class BieuRuntimeModule extends AbstractBieuRuntimeModule {

    public Class<? extends IDiagnosticConverter> bindIDiagnosticConverter() {
        return BieuDiagnosticConverter.class;
    }

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return BieuValueConverters.class;
    }

    public Class<? extends IValueSerializer> bindIValueSerializer() {
        return ProseValueSerializer.class;
    }

    public Class<? extends ICrossReferenceSerializer> bindICrossReferenceSerializer() {
        return BieuCrossReferenceSerializer.class;
    }

    public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
        return BieuSyntaxMessages.class;
    }

    public Class<? extends IResourceValidator> bindIResourceValidator() {
        return BieuResourceValidator.class;
    }

    public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider() {
        return BieuLinkingMessages.class;
    }

    @Override
    public Class<? extends XtextResource> bindXtextResource() {
        return BieuResource.class;
    }

    public Class<? extends IReferableElementsUnloader> bindIReferableElementsUnloader() {
        return BieuUnloader.class;
    }

    @Override
    public Class<? extends Diagnostician> bindDiagnostician() {
        return RowDiagnostician.class;
    }

    public Class<? extends IFormatter2> bindIFormatter2() {
        return BieuFormatter.class;
    }

    public Class<? extends TextRegionAccessBuilder> bindTextRegionAccessBuilder() {
        return BieuTextRegions.class;
    }
}
