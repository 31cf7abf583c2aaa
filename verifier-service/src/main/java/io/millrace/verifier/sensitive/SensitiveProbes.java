package io.millrace.verifier.sensitive;

import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.schemas.ToolCall;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.List;
import java.util.stream.Stream;

/** Made-up values with true check digits, plain and in disguise, and what only looks like them. */
public final class SensitiveProbes implements ProbeSuite {

    static final String CARD = "4535260181590833";

    private static final String IBAN = "DE52139099603082462819";

    /** In two parts, so that nobody takes this file for a leak. */
    private static final String KEY = "gh" + "p_tJ0RlgLKOmxgJTeKdNnFRIBXuDL7DxtpYlSX";

    private static final String TOKEN = "ey" + "JhbGciOiJIUzI1NiJ9.ey" + "JzdWIiOiI3MTkyMDQ1NjM4In0"
            + ".mUq3v0Zr8JtXb5LwNc1Ga7EyKd2HfPo9sTiRjWlQ6xM";

    private static final String PEM = "-----BEGIN RSA PRIVATE " + "KEY-----\n"
            + "Jors/6ILi8IHn5kxsC7tVO/HbkQfyy/KV5zjR3j1twdTKWTddB+XhkAS1voQG6yy\n-----END RSA PRIVATE " + "KEY-----";

    private static final Task TASK = Task.newBuilder()
            .setChat(ChatTask.newBuilder().setMessages(List.of(said("Hello."))).build())
            .build();

    @Override
    public String check() {
        return SensitiveData.NAME;
    }

    @Override
    public List<Probe> probes() {
        return Stream.of(clean(), examples(), numbers(), addresses(), secrets(), elsewhere())
                .flatMap(probes -> probes)
                .toList();
    }

    private static Stream<Probe> clean() {
        return Stream.of(
                right("prose", "The mill stands by the river."),
                right("card-with-a-wrong-digit", "4535260181590834"),
                right("card-within-a-longer-number", "7" + CARD + "1"),
                right("zeros", "0000 0000 0000 0000"),
                right("fours", "4444444444444444444"),
                right("pi", "3.14159265358979323846264338327950288"),
                right("fraction-with-a-true-sum", "0." + CARD),
                right("iban-with-a-wrong-digit", "DE53139099603082462819"),
                right("iban-too-short", "DE5213909960308246281"),
                right("date-and-time", "2026-01-15 12:30:45, 15.01.2026"),
                right("version", "1.22.333.4444"),
                right("range", "pages 100-200, 555-1234"),
                right("handle", "@mill, a@b, mill@river"),
                right(
                        "social-security-number-never-given",
                        "000-12-3456, 666-12-3456, 912-12-3456, 123-00-4567, 123-45-0000"),
                right("place-for-a-key", "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, ghp_" + "x".repeat(36)),
                right("token-without-its-last-part", TOKEN.substring(0, TOKEN.lastIndexOf('.'))),
                right("name-with-dashes", "sk-this-is-a-name"),
                right("head-of-a-key-alone", "A file that begins with -----BEGIN PRIVATE " + "KEY----- is a key."),
                right("public-key", PEM.replace("RSA PRIVATE", "PUBLIC")));
    }

    private static Stream<Probe> examples() {
        return Stream.of(
                right("test-card", "4242 4242 4242 4242 and 4111-1111-1111-1111"),
                right("example-iban", "GB29 NWBK 6016 1331 9268 19"),
                right("example-address", "ada@example.com, bo@mail.example.org, cy@mill.test"),
                right("example-phone", "(212) 555-0142, +1 212 555 0199, +44 7700 900123"),
                right("example-key", "AKIAIOSFODNN7EXAMPLE"),
                right("example-social-security-number", "078-05-1120"));
    }

    private static Stream<Probe> numbers() {
        return Stream.of(
                wrong("card", "It is " + CARD + "."),
                wrong("card-in-groups", "4535 2601 8159 0833"),
                wrong("card-with-dashes", "4535-2601-8159-0833"),
                wrong("card-of-fifteen", "372016613186093"),
                wrong("card-at-the-end-of-others", "12 4535 2601 8159 0833"),
                wrong("card-behind-a-test-card", "4242424242424242 " + CARD),
                wrong("card-in-json", "{\"card\":\"" + CARD + "\"}"),
                wrong("card-in-wide-digits", "４５３５２６０１８１５９０８３３"),
                wrong("card-with-invisible-signs", "4535\u200b2601\u200b8159\u200b0833"),
                wrong("card-with-narrow-blanks", "4535\u202f2601\u202f8159\u202f0833"),
                wrong("card-with-long-dashes", "4535–2601–8159–0833"),
                wrong("card-in-arabic-digits", "٤٥٣٥٢٦٠١٨١٥٩٠٨٣٣"),
                wrong("iban", "Pay to " + IBAN),
                wrong("iban-in-groups", "DE52 1390 9960 3082 4628 19"),
                wrong("social-security-number", "SSN 536-22-8726"),
                wrong("phone", "Call (415) 867-5309"),
                wrong("phone-abroad", "+49 30 9018-2475"),
                wrong("phone-behind-an-example", "212-555-0142 or 415-867-5309"));
    }

    private static Stream<Probe> addresses() {
        return Stream.of(
                wrong("address", "Write to ada.miller@millriver.de."),
                wrong("address-with-a-tag", "<ada+news@mail.millriver.co.uk>"),
                wrong("address-that-only-looks-reserved", "ada@example.com.millriver.de, ada@notexample.com"),
                wrong("address-behind-points", "see ..ada..miller@millriver.de and @millriver.de"),
                wrong("address-behind-an-example", "a@example.com,ada@millriver.de"));
    }

    private static Stream<Probe> secrets() {
        return Stream.of(
                wrong("key", "token: " + KEY),
                wrong("key-in-a-program", "```\nexport TOKEN=\"" + KEY + "\"\n```"),
                wrong("key-id", "AK" + "IAPFT7V4SEH2KVJ72C"),
                wrong("token", "Authorization: Bearer " + TOKEN),
                wrong("token-behind-what-looks-like-one", "eyJ0.eyJ-" + TOKEN + "."),
                wrong("private-key", PEM),
                wrong("private-key-on-one-line", PEM.replace("\n", "\\n").replace("\\n", " ")));
    }

    private static Stream<Probe> elsewhere() {
        Message reasons = Message.newBuilder(said("Done.")).setReasoning(CARD).build();
        Message calls = Message.newBuilder(said(""))
                .setToolCalls(List.of(new ToolCall("1", "pay", "{\"card\":\"" + CARD + "\"}")))
                .build();
        return Stream.of(
                new Probe("in-the-reasoning", TASK, List.of(reasons), false),
                new Probe("in-a-call", TASK, List.of(calls), false),
                new Probe("in-an-earlier-message", TASK, List.of(said(CARD), said("Done.")), false));
    }

    private static Message said(String text) {
        return Message.newBuilder().setRole("assistant").setContent(text).build();
    }

    private static Probe right(String name, String reply) {
        return Probe.of(name, TASK, reply, true);
    }

    private static Probe wrong(String name, String reply) {
        return Probe.of(name, TASK, reply, false);
    }
}
