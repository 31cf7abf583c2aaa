package io.millrace.deploy.script;

import java.util.List;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said to whom.
 *
 * @param to an expression that is found in a conversation, where a dot stands for line ends too
 * @param say answers, given in turn; <code>${name}</code> stands for what the group of that name found
 * @param finish why the answer ends; "stop" where nothing is said
 */
public record Line(String to, List<String> say, @Nullable String finish) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    public Line {
        say = List.copyOf(say);
    }

    boolean fits(String conversation) {
        return matcher(conversation).find();
    }

    /**
     * Answers a conversation that fits. A word is a token.
     *
     * @param turn how often this line answered before
     */
    Reply reply(String conversation, int turn) {
        Matcher found = matcher(conversation);
        if (!found.find()) {
            throw new IllegalArgumentException("no conversation for " + to);
        }
        String text = PLACE.matcher(say.get(turn % say.size()))
                .replaceAll(place -> Matcher.quoteReplacement(found.group(place.group(1))));
        return new Reply(text, Objects.requireNonNullElse(finish, "stop"), words(conversation), words(text));
    }

    private Matcher matcher(String conversation) {
        return Pattern.compile(to, Pattern.DOTALL).matcher(conversation);
    }

    private static int words(String text) {
        return new StringTokenizer(text).countTokens();
    }
}
