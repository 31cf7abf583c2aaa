package io.millrace.evaluator.monitor;

import io.millrace.evaluator.review.Docket;
import io.millrace.evaluator.review.Opinions;
import io.millrace.evaluator.stream.Formats;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewRequest;
import io.millrace.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Requests and reviews, followed in their topics at each look. Safe for use by several threads. */
public final class TopicReviews implements ReviewBook, AutoCloseable {

    private final TopicTable<ReviewRequest> requests;
    private final TopicTable<List<Review>> reviews;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Formats formats;
    private @Nullable Producer<byte[], byte[]> producer;

    /**
     * A book that has been looked into by nobody yet.
     *
     * @param consumers opens one without partitions
     * @param producers opens one that waits for every replica
     */
    public TopicReviews(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<Producer<byte[], byte[]>> producers,
            Formats formats) {
        this.producers = producers;
        this.formats = formats;
        // What was asked first is what is being heard.
        this.requests = new TopicTable<>(
                Topic.REVIEW_REQUESTS.name(),
                consumers,
                Formats.lenient(formats.reviewRequest()),
                (first, again) -> first);
        var decoder = Formats.lenient(formats.review());
        this.reviews = new TopicTable<>(
                Topic.REVIEWS.name(),
                consumers,
                bytes -> decoder.apply(bytes).map(TopicReviews::brief).map(List::of),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
    }

    @Override
    public Docket look() {
        // In this order, so that no review is seen without its request being there.
        Map<String, List<Review>> said = reviews.look();
        return new Docket(requests.look().values().stream()
                .map(request -> item(request, said.getOrDefault(request.getRecord(), List.of())))
                .toList());
    }

    @Override
    public void add(Review review) {
        byte[] key = review.getRecord().getBytes(StandardCharsets.UTF_8);
        byte[] value = formats.review().encode(review);
        try {
            var unused = producer()
                    .send(new ProducerRecord<>(Topic.REVIEWS.name(), key, value))
                    .get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
        }
    }

    @Override
    public synchronized void close() {
        requests.close();
        reviews.close();
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer == null ? producers.get() : producer;
        producer = open;
        return open;
    }

    /** Without the text of an edited answer, which may be long and matters to nobody here. */
    private static Review brief(Review review) {
        return review.getAnswer() == null
                ? review
                : Review.newBuilder(review).setAnswer("").build();
    }

    private static Docket.Item item(ReviewRequest request, List<Review> said) {
        Opinions opinions = new Opinions(List.of());
        for (Review review : said) {
            opinions = opinions.on(request, review);
        }
        return new Docket.Item(request, opinions);
    }
}
