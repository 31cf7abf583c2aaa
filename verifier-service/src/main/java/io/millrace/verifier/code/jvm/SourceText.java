package io.millrace.verifier.code.jvm;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source text that fits whatever public class it declares. */
final class SourceText extends SimpleJavaFileObject {

    private final String text;

    SourceText(String text) {
        super(URI.create("candidate:///Candidate.java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE || super.isNameCompatible(simpleName, kind);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
