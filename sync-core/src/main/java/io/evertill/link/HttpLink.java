package io.evertill.link;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import io.evertill.sale.ReceiptNumber;
import io.evertill.wire.CustomerRows;
import io.evertill.wire.Enrolment;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Frames;
import io.evertill.wire.History;
import io.evertill.wire.Inquiry;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.ShiftSums;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// The centre over HTTP.
///
/// Clear text is spoken on the loopback address only; another address must be `https`, which is TLS 1.3 with a certificate that is
/// trusted ([Trust]) and names the host. Uploads are compressed by hand and
/// sent without delay (TCP_NODELAY): with the default sockets every upload would wait 40 ms for an acknowledgement.
/// Every failure is an answer. Thread-safe.
public final class HttpLink implements Link, History, ShiftSums, Inquiry, AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int REPLY_BYTES_MAX = 64 * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(30);
    /// A customer waits.
    private static final Duration INQUIRY = Duration.ofSeconds(3);

    private final OkHttpClient client;
    private final OkHttpClient hasty;
    private final Questions questions;
    private final HttpUrl base;
    private final String token;
    private final AtomicReference<Optional<String>> distrust = new AtomicReference<>(Optional.empty());

    /// A link to a centre on this machine, in clear text; any other is believed nothing.
    ///
    /// @param url such as `http://127.0.0.1:8480`
    /// @param token this till's bearer token; empty for enrolment
    /// @throws IllegalArgumentException when the address is none, or clear text would leave this machine
    public HttpLink(String url, String token) {
        this(url, token, CALL);
    }

    /// A link to a centre.
    ///
    /// @param url such as `http://127.0.0.1:8480` or `https://centre.example`
    /// @param token this till's bearer token; empty for enrolment
    /// @param trust whom this till believes to be its centre
    /// @throws IllegalArgumentException when the address is none, or clear text would leave this machine
    public HttpLink(String url, String token, Trust trust) {
        this(url, token, trust, CALL);
    }

    /// @param patience how long a call may take
    HttpLink(String url, String token, Duration patience) {
        this(url, token, Trust.nobody("this till was given no certificates."), patience);
    }

    private HttpLink(String url, String token, Trust trust, Duration patience) {
        this.base = CentreAddress.parse(url);
        this.token = token;
        this.client = trust.of(base, new OkHttpClient.Builder())
                .socketFactory(new NoDelaySockets())
                .connectTimeout(CONNECT)
                .callTimeout(patience)
                .readTimeout(patience)
                .addInterceptor(this::watched)
                .addNetworkInterceptor(HttpLink::connected)
                .retryOnConnectionFailure(true)
                .followRedirects(false)
                .build();
        Duration most = patience.compareTo(INQUIRY) < 0 ? patience : INQUIRY;
        this.hasty = client.newBuilder().connectTimeout(most).callTimeout(most).build();
        this.questions = new Questions(hasty, base, token);
    }

    /// Whether a call found a connection: a time-out behind that says that the call was too large or the centre too slow.
    private record Connected(AtomicBoolean is) {}

    private static Response connected(Interceptor.Chain chain) throws IOException {
        Connected connected = chain.request().tag(Connected.class);
        if (connected != null) {
            connected.is().set(true);
        }
        return chain.proceed(chain.request());
    }

    /// Why the last call found nobody to trust, in words that can stand in a sentence; empty when it found its centre, or nobody at all.
    public Optional<String> distrust() {
        return distrust.get();
    }

    private Response watched(Interceptor.Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            distrust.set(Optional.empty());
            return response;
        } catch (SSLException e) {
            distrust.set(Optional.of(cause(e)));
            throw e;
        }
    }

    /// Introduces a till with a one-time code.
    public Enrolment.Answer enrol(Enrolment.Request request) {
        Request call = new Request.Builder()
                .url(at("v1/enrolments").build())
                .post(RequestBody.create(request.write().content(), JSON))
                .build();
        try (Response response = client.newCall(call).execute()) {
            byte[] body = body(response);
            return switch (response.code()) {
                case 200, 201 -> new Enrolment.Answer.Granted(Enrolment.Grant.read(body));
                case 400, 401, 403, 409, 410, 429 -> new Enrolment.Answer.Refused(Problems.read(body));
                case 503, 507 -> new Enrolment.Answer.Unreachable("it says: " + Problems.read(body));
                default -> new Enrolment.Answer.Unreachable("it answered " + response.code() + ".");
            };
        } catch (IOException e) {
            return new Enrolment.Answer.Unreachable(cause(e));
        } catch (IllegalArgumentException e) {
            return new Enrolment.Answer.Unreachable(Causes.noCentre(e));
        }
    }

    @Override
    public PushReply push(Push push) {
        Connected connected = new Connected(new AtomicBoolean());
        Request call = authorized("v1/streams/" + push.before().stream() + "/entries")
                .tag(Connected.class, connected)
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", push.idempotencyKey())
                .post(RequestBody.create(Packed.gzip(Frames.write(push)), JSON))
                .build();
        try (Response response = client.newCall(call).execute()) {
            byte[] body = body(response);
            return switch (response.code()) {
                case 200, 409 -> new PushReply.Answered(Frames.reply(body));
                case 403 -> Problems.isReply(body)
                        ? new PushReply.Answered(Frames.reply(body))
                        : new PushReply.Unauthorized(Problems.read(body));
                case 400 -> new PushReply.Unparsable(Problems.read(body));
                case 401 -> new PushReply.Unauthorized(Problems.read(body));
                case 413 -> new PushReply.TooLarge();
                case 429, 503 -> new PushReply.Overloaded(retryAfterMs(response));
                case 507 -> new PushReply.CentreFull();
                default -> new PushReply.Unreachable("it answered " + response.code() + ".");
            };
        } catch (InterruptedIOException e) {
            return connected.is().get() ? new PushReply.TimedOut() : new PushReply.Unreachable(cause(e));
        } catch (IOException e) {
            return new PushReply.Unreachable(cause(e));
        } catch (IllegalArgumentException e) {
            return new PushReply.Unreachable(Causes.noCentre(e));
        }
    }

    @Override
    public PullReply pull(Optional<FeedPage.Cursor> cursor) {
        HttpUrl.Builder url = at("v1/feed");
        cursor.ifPresent(at -> url.addQueryParameter("cursor", at.text()));
        Request call = read(url).get().build();
        try (Response response = client.newCall(call).execute()) {
            byte[] body = body(response);
            return switch (response.code()) {
                case 200 -> new PullReply.Page(FeedLines.page(body));
                case 410 -> new PullReply.Gone();
                case 401, 403 -> new PullReply.Unauthorized(Problems.read(body));
                case 426 -> new PullReply.UpdateNeeded(Problems.read(body));
                case 429, 503 -> new PullReply.Overloaded(retryAfterMs(response));
                default -> new PullReply.Unreachable("it answered " + response.code() + ".");
            };
        } catch (IOException e) {
            return new PullReply.Unreachable(cause(e));
        } catch (IllegalArgumentException e) {
            return new PullReply.Unreachable(Causes.noCentre(e));
        }
    }

    @Override
    public PullReply snapshot(Optional<String> tag, long offset) {
        HttpUrl.Builder url = at("v1/snapshot");
        tag.ifPresent(known -> url.addQueryParameter("tag", known));
        Request call = read(url)
                .header("Range", "bytes=" + offset + "-" + (offset + SNAPSHOT_PART_BYTES_MAX - 1))
                .get()
                .build();
        try (Response response = client.newCall(call).execute()) {
            byte[] body = body(response);
            return switch (response.code()) {
                case 206 -> part(response, body);
                case 410, 416 -> new PullReply.Gone();
                case 401, 403 -> new PullReply.Unauthorized(Problems.read(body));
                case 426 -> new PullReply.UpdateNeeded(Problems.read(body));
                case 429, 503 -> new PullReply.Overloaded(retryAfterMs(response));
                default -> new PullReply.Unreachable("it answered " + response.code() + ".");
            };
        } catch (IOException e) {
            return new PullReply.Unreachable(cause(e));
        } catch (IllegalArgumentException e) {
            return new PullReply.Unreachable(Causes.noCentre(e));
        }
    }

    @Override
    public Optional<Set<CustomerId>> introduce(List<Customer> customers) {
        Request call = authorized("v1/customers")
                .post(RequestBody.create(CustomerRows.message(customers).content(), JSON))
                .build();
        try (Response response = client.newCall(call).execute()) {
            byte[] body = body(response);
            return response.code() == 200 ? Optional.of(CustomerRows.answer(body)) : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public History.Answer from(StreamId stream, long seq) {
        HttpUrl.Builder url = at("v1/streams/" + stream + "/entries").addQueryParameter("from", String.valueOf(seq));
        Request call = authorized(url.build()).get().build();
        try (Response response = client.newCall(call).execute()) {
            byte[] body = body(response);
            return switch (response.code()) {
                case 200 -> History.Answer.Page.read(body);
                case 404 -> Problems.is(body, "STREAM")
                        ? new History.Answer.Unknown()
                        : new History.Answer.None("it is too old to be asked.");
                case 401, 403, 503 -> new History.Answer.None("it says: " + Problems.read(body));
                default -> new History.Answer.None("it answered " + response.code() + ".");
            };
        } catch (IOException e) {
            return new History.Answer.None(cause(e));
        } catch (IllegalArgumentException e) {
            return new History.Answer.None(Causes.noCentre(e));
        }
    }

    @Override
    public Inquiry.OfReceipt receipt(ReceiptNumber number) {
        return questions.receipt(number);
    }

    @Override
    public Inquiry.OfPiece piece(ProductId product, String serial) {
        return questions.piece(product, serial);
    }

    @Override
    public Inquiry.OfStock stock(ProductId product, String store) {
        return questions.stock(product, store);
    }

    @Override
    public ShiftSums.Answer of(ShiftSums.Question question) {
        HttpUrl.Builder url = at("v1/streams/" + question.stream() + "/shifts/" + question.shift())
                .addQueryParameter("from", String.valueOf(question.from()))
                .addQueryParameter("to", String.valueOf(question.to()));
        Request call = authorized(url.build()).get().build();
        try (Response response = client.newCall(call).execute()) {
            byte[] body = body(response);
            return response.code() == 200
                    ? ShiftSums.Answer.Told.read(body)
                    : new ShiftSums.Answer.None("it answered " + response.code() + ".");
        } catch (IOException e) {
            return new ShiftSums.Answer.None(cause(e));
        } catch (IllegalArgumentException e) {
            return new ShiftSums.Answer.None(Causes.noCentre(e));
        }
    }

    /// How the centre is; it need not know this till.
    public CentreHealth health() {
        try (Response response = hasty.newCall(new Request.Builder().url(at("health").build()).build()).execute()) {
            return CentreHealth.read(response.code(), Optional.ofNullable(response.header("Date")).orElse(""), body(response));
        } catch (IOException e) {
            return new CentreHealth.Silent(cause(e));
        }
    }

    /// Gives up the connections.
    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static PullReply part(Response response, byte[] body) {
        String tag = header(response, "ETag").replace("\"", "");
        String range = header(response, "Content-Range");
        int dash = range.indexOf('-');
        int slash = range.indexOf('/');
        if (!range.startsWith("bytes ") || dash < 0 || slash < dash) {
            throw new IllegalArgumentException("Content-Range: " + range);
        }
        return new PullReply.SnapshotPart(
                tag,
                Long.parseLong(range.substring(slash + 1)),
                Hash.parse(header(response, "Evertill-SHA256")),
                Long.parseLong(range.substring("bytes ".length(), dash)),
                Bytes.of(body));
    }

    private static String header(Response response, String name) {
        String value = response.header(name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }

    private HttpUrl.Builder at(String path) {
        return base.newBuilder().addPathSegments(path);
    }

    private Request.Builder authorized(String path) {
        return authorized(at(path).build());
    }

    private Request.Builder read(HttpUrl.Builder url) {
        return authorized(url.build()).header(FEED_VERSION_HEADER, String.valueOf(FeedLines.VERSION));
    }

    private Request.Builder authorized(HttpUrl url) {
        return new Request.Builder().url(url).header("Authorization", "Bearer " + token);
    }

    static byte[] body(Response response) throws IOException {
        ResponseBody body = response.body();
        try (InputStream in = body.byteStream()) {
            byte[] bytes = in.readNBytes(REPLY_BYTES_MAX + 1);
            if (bytes.length > REPLY_BYTES_MAX) {
                throw new IllegalArgumentException("an answer of more than " + REPLY_BYTES_MAX + " bytes");
            }
            return bytes;
        }
    }

    private static long retryAfterMs(Response response) {
        String seconds = response.header("Retry-After");
        return seconds != null && seconds.matches("[0-9]{1,6}") ? Long.parseLong(seconds) * 1_000 : 0;
    }

    private String cause(IOException e) {
        return Causes.of(e, base.host());
    }
}
