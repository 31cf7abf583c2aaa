package io.millrace.deploy.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.deploy.console.Printable;
import io.millrace.schemas.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownFact(
        String subject,
        String relation,
        List<String> values,
        @Nullable String source) {

    public KnownFact {
        values = List.copyOf(values);
    }

    static KnownFact of(Fact fact) {
        return new KnownFact(fact.getSubject(), fact.getRelation(), fact.getValues(), fact.getSource());
    }

    /** In words, on one line. */
    public String text() {
        String known = "%s, %s: %s".formatted(subject, relation, String.join(" | ", values));
        return Printable.text(source == null ? known : known + " (" + source + ")");
    }
}
