{{ figures_of('casualty') }}
