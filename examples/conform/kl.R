# Answers kl of best-of-n; needs the package jsonlite:
# bonafide conform --give probabilities --ties none -- Rscript examples/conform/kl.R
log_share <- function(part, rest) ifelse(part < rest, log(part), log1p(-rest))

kl <- function(p, n) { # doubles, from the worst to the best
  upto <- cumsum(p)
  above <- c(rev(cumsum(rev(p)))[-1], 0)
  log_power <- n * log_share(upto, above) # of F_i^n
  share <- -expm1(n * log_share(c(0, head(upto, -1)) / upto, p / upto)) # pi_i / F_i^n
  term <- exp(log_power) * share * (log_power + log(share) - log(p))
  sum(term[log_power > -745])
}

input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  q <- jsonlite::fromJSON(line)
  cat(sprintf('{"id": %d, "kl": %.17g}\n', q$id, kl(q$probabilities, q$n)))
  flush(stdout())
}
