// Answers kl of best-of-n, without a JSON library: it reads the numbers behind the names that conform writes, and no other JSON.
// c++ -O2 -o kl examples/conform/kl.cpp && bonafide conform --give probabilities --ties none -- ./kl
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

const char *after(const std::string &line, const char *name) { return line.c_str() + line.find(name) + std::string(name).size(); }
double log_share(double part, double rest) { return part < rest ? std::log(part) : std::log1p(-rest); }

double kl(const std::vector<double> &p, double n) {  // from the worst to the best
  double below = 0, result = 0;
  std::vector<double> above(p.size() + 1, 0);
  for (size_t i = p.size(); i > 1; --i) above[i - 2] = above[i - 1] + p[i - 1];
  for (size_t i = 0; i < p.size(); ++i) {
    double upto = below + p[i], log_power = n * log_share(upto, above[i]);                           // of F_i^n
    double share = i == 0 ? 1 : -std::expm1(n * log_share(below / upto, p[i] / upto));              // pi_i / F_i^n
    if (log_power > -745) result += std::exp(log_power) * share * (log_power + std::log(share) - std::log(p[i]));
    below = upto;
  }
  return result;
}

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::vector<double> p;
    char *at = const_cast<char *>(after(line, "\"probabilities\":["));
    do p.push_back(std::strtod(at, &at)); while (*at++ == ',');
    std::printf("{\"id\": %ld, \"kl\": %.17g}\n", std::atol(after(line, "\"id\":")), kl(p, std::atof(after(line, "\"n\":"))));
    std::fflush(stdout);
  }
}
