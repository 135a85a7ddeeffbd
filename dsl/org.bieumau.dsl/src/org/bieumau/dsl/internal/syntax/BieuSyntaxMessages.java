/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.antlr.runtime.MissingTokenException;
import org.antlr.runtime.Token;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.text.Messages;
import org.bieumau.dsl.internal.DslMessages;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;

/** Provides the messages for syntax errors, in terms of the language instead of the parser generator. */
@Singleton
public class BieuSyntaxMessages extends SyntaxErrorMessageProvider {

    private static final int LONGEST_QUOTE = 40;

    private final List<String> keywords;
    private final ITokenDefProvider tokens;

    @Inject
    public BieuSyntaxMessages(IGrammarAccess grammar, ITokenDefProvider tokens) {
        this.keywords = GrammarUtil.getAllKeywords(grammar.getGrammar()).stream()
                .filter(keyword -> Character.isLetter(keyword.charAt(0)))
                .sorted()
                .toList();
        this.tokens = tokens;
    }

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        var exception = context.getRecognitionException();
        var token = exception == null ? null : exception.token;
        var end = token == null || token.getType() == Token.EOF;
        var text = end || token.getText() == null
                ? ""
                : VietnameseText.nfc(token.getText()).strip();
        if (exception instanceof MissingTokenException missing) {
            var expected = literal(missing.expecting);
            if (expected != null) {
                return end
                        ? message("SYNTAX-MISSING-END", text, expected)
                        : text.isEmpty()
                                ? message("SYNTAX-MARK", expected)
                                : message("SYNTAX-MISSING", quote(text), expected);
            }
        }
        if (end) {
            return message("SYNTAX-END");
        }
        if (!text.isEmpty() && Character.isLetter(text.charAt(0)) && !keywords.contains(text)) {
            var similar = Similar.to(text, keywords);
            if (similar.isPresent()) {
                return message("SYNTAX-KEYWORD", quote(text), similar.get());
            }
        }
        return message("SYNTAX", quote(text.isEmpty() ? "⏎" : text));
    }

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
        var node = context.getValueConverterException().getNode();
        return message(
                "SYNTAX-VALUE",
                quote(node == null ? "" : VietnameseText.nfc(node.getText()).strip()));
    }

    /** Returns the keyword of a token type; null if the token is not a keyword. */
    private String literal(int type) {
        var name = tokens.getTokenDefMap().get(type);
        return name != null && name.startsWith("'")
                ? name.substring(1, name.length() - 1).replace("\\'", "'")
                : null;
    }

    private static String quote(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }

    private static SyntaxErrorMessage message(String code, Object... arguments) {
        return new SyntaxErrorMessage(DslMessages.ALL.text(code, arguments), code, Messages.data(arguments));
    }
}
