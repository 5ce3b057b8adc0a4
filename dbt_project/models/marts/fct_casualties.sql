{{ kept_by_crisis() }}
{{ figures_of('casualty') }}
